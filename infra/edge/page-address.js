// Runs in CloudFront before the cache (cloudfront-js-2.0): from the address that people see to the file that the bucket has.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (uri === "/console" || uri.startsWith("/console/")) {
    request.uri = "/console/index.html";
  } else if (uri.endsWith("/")) {
    request.uri = `${uri}index.html`;
  } else if (!uri.slice(uri.lastIndexOf("/")).includes(".")) {
    // A path that starts with two slashes would be another host.
    const location = `/${uri.replace(/^[/\\]+/, "")}/`;
    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
  }
  return request;
}
