import { useAuth } from "{{sdk}}";

const backend = "{{api}}";

// Gives a function like fetch() that sends the token along. A token lives for about a minute,
// so ask for it before each request, and never keep it.
export function useBackend() {
  const { getToken } = useAuth();
  return async (path, options = {}) => {
    const headers = new Headers(options.headers);
    headers.set("Authorization", `Bearer ${await getToken()}`);
    return fetch(new URL(path, backend), { ...options, headers });
  };
}
