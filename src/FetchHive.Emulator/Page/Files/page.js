import { find, setText } from './dom.js';
import { get } from './server.js';
import { showDeployments } from './deployments.js';
import { showFaults } from './faults.js';
import { showRequests } from './requests.js';

const pause = 500;
const instance = document.querySelector('meta[name="emulator-instance"]').content;
const address = `${location.origin}/v1`;

let known = '';
let timer = 0;
let isAsking = false;

// Asks for changes repeatedly, with a pause in between. The event `emulator-changed` makes it ask at once.
async function refresh() {
  clearTimeout(timer);
  if (isAsking) {
    timer = setTimeout(refresh, 50);
    return;
  }

  isAsking = true;
  try {
    const response = await get(`state?known=${known}`);
    if (response.status === 200) {
      const state = await response.json();
      if (state.instance !== instance) {
        // Another emulator has taken the port. It doesn't know this page's token.
        location.reload();
        return;
      }

      known = response.headers.get('X-Emulator-State');
      show(state);
    }

    connected(response.ok);
  } catch (error) {
    connected(false);
    if (!(error instanceof TypeError)) {
      console.error(error);
    }
  } finally {
    isAsking = false;
    timer = setTimeout(refresh, document.hidden ? 10 * pause : pause);
  }
}

function show(state) {
  showDeployments(state.deployments);
  showFaults(state.faults);
  showRequests(state.requests);
}

function connected(isConnected) {
  const connection = find('connection');
  connection.classList.toggle('lost', !isConnected);
  setText(connection, isConnected ? 'Live' : 'Not connected. Start the emulator again, and this page reconnects.');
}

find('copy').addEventListener('click', async event => {
  await navigator.clipboard.writeText(address).then(
    () => setText(event.target, 'Copied'),
    () => getSelection().selectAllChildren(find('address')));
  setTimeout(() => setText(event.target, 'Copy'), 1500);
});

document.addEventListener('visibilitychange', refresh);
document.addEventListener('emulator-changed', refresh);
find('address').textContent = address;
document.querySelectorAll('.base').forEach(node => { node.textContent = address; });
refresh();
