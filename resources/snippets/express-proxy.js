// Clerk's Frontend API at {{proxyUrl}}
// First of all, before anything reads the body of a request.
import { clerkMiddleware } from "@clerk/express";
import express from "express";

const app = express();
app.set("trust proxy", 1);
app.use(
  clerkMiddleware({
    authorizedParties: {{authorizedParties}},
    frontendApiProxy: { enabled: true{{proxyPathOption}} },
  }),
);
app.listen(process.env.PORT ?? 3000);
