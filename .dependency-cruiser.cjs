/** Who may import whom. Only imports that exist when the program runs count: a type costs nothing. */
const noun = "lib/[^/]+";
const pages = "^app/(?!api/)";
const pureFiles = `^(${noun}/(rules|schema)|lib/permissions)\\.ts$`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      comment:
        "Two files that need each other are one thing or three: move what both need into a file of its own.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-cycle-of-nouns",
      severity: "error",
      comment: "Two nouns that need each other: what both need belongs in one of them, or in a third.",
      scope: "folder",
      from: { path: "^lib/[^/]+$" },
      to: { circular: true, path: "^lib/[^/]+$", viaOnly: "^lib/[^/]+$" },
    },
    {
      name: "lib-shows-nothing",
      severity: "error",
      comment: "lib says what it does, not how it looks: what is shown belongs in components or app.",
      from: { path: "^(lib|worker)" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-page",
      severity: "error",
      comment: "A component does not know where it is shown: what it takes from app belongs in components.",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "primitives-know-no-noun",
      severity: "error",
      comment: "components/ui has no domain word: what knows a noun belongs in components/<noun>.",
      from: { path: "^components/ui/" },
      to: { path: `^(components/(?!ui/)|${noun}/)` },
    },
    {
      name: "pages-only-read",
      severity: "error",
      comment: "A page reads through lib/<noun>/queries.ts and changes through lib/<noun>/actions.ts.",
      from: { path: pages },
      to: { path: `^(lib/db\\.ts|${noun}/(commands|jobs)\\.ts|prisma/generated/client\\.ts)$` },
    },
    {
      name: "api-has-no-database",
      severity: "error",
      comment: "app/api is a door: it reads through queries and changes through commands.",
      from: { path: "^app/api/" },
      to: { path: "^(lib/db\\.ts|prisma/generated/client\\.ts)$" },
    },
    {
      name: "components-hold-no-data",
      severity: "error",
      comment: "A component is given what it shows by its page and changes it through lib/<noun>/actions.ts.",
      from: { path: "^components/" },
      to: { path: `^(lib/(db|audit|outbox|mail|env)\\.ts|${noun}/(commands|queries|jobs)\\.ts)$` },
    },
    {
      name: "doors-are-thin",
      severity: "error",
      comment:
        "actions.ts is one statement for each verb: its own schema and its own commands, and nothing else.",
      from: { path: `^(${noun})/actions\\.ts$` },
      to: { path: "^(lib|prisma)/", pathNot: ["^lib/action\\.ts$", "^$1/(schema|commands)\\.ts$"] },
    },
    {
      name: "deeds-know-no-web",
      severity: "error",
      comment:
        "Commands, queries and jobs also serve the worker, the story and tests: what needs a request belongs in actions.",
      from: { path: `^${noun}/(commands|queries|jobs)\\.ts$` },
      to: { path: "^node_modules/(next|react-dom|next-auth)/" },
    },
    {
      name: "deeds-know-no-page",
      severity: "error",
      comment: "A deed is done for whoever asks, in a page or not: React belongs in components.",
      from: { path: `^${noun}/(commands|jobs)\\.ts$` },
      to: { path: "^node_modules/react/" },
    },
    {
      name: "reads-change-nothing",
      severity: "error",
      comment: "queries.ts only reads: what writes belongs in commands.ts.",
      from: { path: `^${noun}/queries\\.ts$` },
      to: { path: `^(${noun}/(commands|jobs|actions)|lib/(audit|outbox))\\.ts$` },
    },
    {
      name: "only-doors-are-actions",
      severity: "error",
      comment: "lib calls commands: an action is for components alone.",
      from: { path: "^(lib|worker|prisma/seed)" },
      to: { path: `^${noun}/actions\\.ts$` },
    },
    {
      name: "rules-ask-nobody",
      severity: "error",
      comment:
        "rules.ts, schema.ts and permissions.ts decide from what they are given: no database, no clock, no I/O.",
      from: { path: pureFiles },
      to: {
        path: "^(lib/(db|env|clock|log|mail|auth|action|audit|outbox)\\.ts$|prisma/generated/client\\.ts$|node_modules/(pg|pino|nodemailer|next|react)/)",
        reachable: true,
      },
    },
    {
      name: "rules-do-no-io",
      severity: "error",
      comment:
        "rules.ts, schema.ts and permissions.ts decide from what they are given: no database, no clock, no I/O.",
      from: { path: pureFiles },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "product-without-workshop",
      severity: "error",
      comment: "What runs in production needs neither tests nor scripts.",
      from: { path: "^(app|components|lib|proxy|worker)" },
      to: { path: "^(tests|scripts|prisma/seed)/" },
    },
    {
      name: "production-dependencies",
      severity: "error",
      comment: "What runs in production must be among dependencies in package.json.",
      from: { path: "^(app|components|lib|proxy|worker)" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "everything-is-there",
      severity: "error",
      comment: "This import leads nowhere.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated"] },
    exclude: { path: ["\\.css$"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
