import { clerkPlugin, getAuth } from "@clerk/fastify";
import Fastify from "fastify";

const fastify = Fastify({ trustProxy: true });

fastify.register(clerkPlugin, {{clerkOptions}});

fastify.get("/api/me", async (request, reply) => {
  const { isAuthenticated, userId } = getAuth(request);
  if (!isAuthenticated) {
    return reply.code(401).send({ error: "Nobody is signed in." });
  }
  return { userId };
});

await fastify.listen({ port: Number(process.env.PORT ?? 3000) });
