const backend = "{{api}}";

// Like fetch(), and sends the token along. A token lives for about a minute,
// so ask for it before each request, and never keep it.
export async function askBackend(path, options = {}) {
  const headers = new Headers(options.headers);
  const token = await window.Clerk.session?.getToken();
  if (token) {
    headers.set("Authorization", `Bearer ${token}`);
  }
  return fetch(new URL(path, backend), { ...options, headers });
}
