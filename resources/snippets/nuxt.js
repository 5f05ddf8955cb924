// server/middleware/clerk.ts, with `clerk: { skipServerMiddleware: true }` in nuxt.config.ts,
// so that this one takes the place of the module's own.
import { clerkMiddleware } from "@clerk/nuxt/server";

export default clerkMiddleware({{clerkOptions}});
