// Next.js 16: proxy.ts beside the app folder. Next.js 15 and before: the same as middleware.ts.
import { clerkMiddleware } from "@clerk/nextjs/server";

export default clerkMiddleware({{clerkOptions}});

export const config = {
  matcher: [
    // Every page, but neither Next.js' own files nor files with an ending.
    "/((?!_next/|.*\\.\\w+$).*)",
    // Every route that answers with data.
    "/api/:path*",{{proxyMatcher}}
  ],
};
