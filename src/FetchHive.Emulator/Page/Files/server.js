// What the page asks of its emulator. The token tells the emulator that a request is this page's and not another site's.

const token = document.querySelector('meta[name="emulator-token"]').content;

export async function get(path) {
  return await fetch(`/emulator/${path}`, { cache: 'no-store' });
}

// Gives the response with its JSON, or an error that can be shown.
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
    return { status: 0, json: {}, error: 'The connection ended without a whole response.' };
  }

  let json = {};
  try {
    json = JSON.parse(text) ?? {};
  } catch {
    // A scripted response may be anything, and some are empty.
  }

  return { status: response.status, json, error: response.ok ? null : String(json.error ?? `Answered with ${response.status}.`) };
}
