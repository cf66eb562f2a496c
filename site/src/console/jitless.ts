// Read by zod when it is loaded, which is later: without this it tries whether code may be made from text, which the page's Trusted Types refuse
// and browsers report as an error.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
