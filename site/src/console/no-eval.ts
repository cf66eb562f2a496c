/** The schemas that check forms would try whether they may make functions from text; the content policy forbids it, and the attempt is an error in the log. */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
