// On {{siteHost}}: after signing in there, people may be sent back to these sites.
// Give it to ClerkProvider (or to clerkPlugin, or to Clerk.load) as `allowedRedirectOrigins`.
export const allowedRedirectOrigins = {{satelliteOrigins}};
