/** Tailwind is the only thing between our CSS and the browser. */
export default { plugins: { "@tailwindcss/postcss": {} } };
