import { clerkMiddleware, getAuth } from "@clerk/express";
import express from "express";

const app = express();

// Behind one proxy of your own or of your hosting: believe its X-Forwarded headers.
app.set("trust proxy", 1);
app.use(clerkMiddleware({{clerkOptions}}));

app.get("/api/me", (request, response) => {
  const { isAuthenticated, userId } = getAuth(request);
  if (!isAuthenticated) {
    response.status(401).json({ error: "Nobody is signed in." });
    return;
  }
  response.json({ userId });
});

app.listen(process.env.PORT ?? 3000);
