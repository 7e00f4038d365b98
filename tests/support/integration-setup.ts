import { afterAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "./database";

// Before the test file is read, and with it lib/env.ts: each file starts on a database of its own.
const { serverUrl, template } = inject("databases");
process.env.DATABASE_URL = await openDatabase(serverUrl, template);

afterAll(closeDatabase);
