/**
 * From the address that people see to the file that the bucket has, or where to go instead. Its source also runs in CloudFront, so it stands
 * alone and keeps to plain old language.
 */
export function pageAddress(uri: string): { file?: string; location?: string } {
  if (uri === "/console" || uri.startsWith("/console/")) return { file: "/console/index.html" };
  if (uri.endsWith("/")) return { file: `${uri}index.html` };
  if (uri.slice(uri.lastIndexOf("/")).includes(".")) return { file: uri };
  // Two slashes at the start would name another host.
  return { location: `/${uri.replace(/^[/\\]+/, "")}/` };
}

/** The code of the CloudFront function (cloudfront-js-2.0) that sends each request to its file. */
export const cloudFrontCode = (): string => `${pageAddress.toString()}
function handler(event) {
  const request = event.request;
  const { file, location } = pageAddress(request.uri);
  if (location) return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
  request.uri = file;
  return request;
}
`;
