/** The keys of personal data have a table of their own, so that no backup of the data holds them. It has the same keys, and nothing else. */
export const keyTableOf = (table: string) => `${table}-keys`;

/** The one table: its keys, its three overloaded indexes, its stream and its expiry. `infra` and the embedded default make it from this. */
export const tableDefinition = {
  keys: { partition: "pk", sort: "sk" },
  indexes: [
    { name: "byOwner", partition: "ownerPk", sort: "ownerSk" },
    { name: "byChain", partition: "chainPk", sort: "chainSk" },
    { name: "byState", partition: "statePk", sort: "stateSk" },
  ],
  stream: "NEW_AND_OLD_IMAGES",
  expiry: "expiresAt",
} as const;
