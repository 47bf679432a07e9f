// The page's requests to its emulator. The token shows that a request comes from this page and not from another site.

const token = document.querySelector('meta[name="emulator-token"]').content;

export async function get(path) {
  return await fetch(`/emulator/${path}`, { cache: 'no-store' });
}

// Returns the response with its JSON, or an error to show.
export async function post(path, body) {
  let response;
  let text;
  try {
    response = await fetch(`/emulator/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Emulator-Token': token },
      body: JSON.stringify(body ?? {}),
    });
    text = await response.text();
  } catch {
    return { status: 0, json: {}, error: 'The connection ended without a complete response.' };
  }

  let json = {};
  try {
    json = JSON.parse(text) ?? {};
  } catch {
    // A scripted response may be anything, and some responses are empty.
  }

  return { status: response.status, json, error: response.ok ? null : String(json.error ?? `Answered with ${response.status}.`) };
}
