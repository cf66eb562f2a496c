/** What draws the charts, fetched when the first of them comes near. */
export { Bars } from "./bars.tsx";
export { Columns } from "./columns.tsx";
