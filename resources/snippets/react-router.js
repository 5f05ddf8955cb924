// In app/root.tsx
import { clerkMiddleware, rootAuthLoader } from "@clerk/react-router/server";

export const middleware = [clerkMiddleware({{clerkOptions}})];
export const loader = (args) => rootAuthLoader(args);
