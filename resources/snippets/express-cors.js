import { clerkMiddleware, getAuth } from "@clerk/express";
import cors from "cors";
import express from "express";

// Where requests to this backend may come from. Its own host is not among them.
const frontEnds = {{authorizedParties}};
const app = express();

app.set("trust proxy", 1);
// Before Clerk: a browser asks first without a token whether it may send one.
app.use(cors({ origin: frontEnds, allowedHeaders: ["Authorization", "Content-Type"] }));
app.use(clerkMiddleware({ authorizedParties: frontEnds }));

app.get("/api/me", (request, response) => {
  const { isAuthenticated, userId } = getAuth(request);
  if (!isAuthenticated) {
    response.status(401).json({ error: "No valid token came along." });
    return;
  }
  response.json({ userId });
});

app.listen(process.env.PORT ?? 3000);
