import { clerkPlugin, getAuth } from "@clerk/fastify";
import cors from "@fastify/cors";
import Fastify from "fastify";

// Where requests to this backend may come from. Its own host is not among them.
const frontEnds = {{authorizedParties}};
const fastify = Fastify({ trustProxy: true });

fastify.register(cors, { origin: frontEnds, allowedHeaders: ["Authorization", "Content-Type"] });
fastify.register(clerkPlugin, { authorizedParties: frontEnds });

fastify.get("/api/me", async (request, reply) => {
  const { isAuthenticated, userId } = getAuth(request);
  if (!isAuthenticated) {
    return reply.code(401).send({ error: "No valid token came along." });
  }
  return { userId };
});

await fastify.listen({ port: Number(process.env.PORT ?? 3000) });
