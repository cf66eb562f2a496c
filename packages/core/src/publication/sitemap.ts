export const robots = (origin: string): string => `User-agent: *
Disallow: /api/
Disallow: /console/
Disallow: /my/
Disallow: /en/my/

Sitemap: ${origin}/sitemap.xml
`;
