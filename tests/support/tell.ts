const id = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** All that a value tells whoever gets it, as text, without ids: their random digits tell nothing. */
export const allThatItTells = (value: unknown) => JSON.stringify(value).replace(id, "");
