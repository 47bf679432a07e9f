import { find, setText } from './dom.js';
import { post } from './server.js';

const form = find('faults');
const chance = find('chance');
const delay = find('delay');
const kinds = [...form.querySelectorAll('input[name="kind"]')];

// Typed values are kept until they are applied.
let isEdited = false;

export function showFaults(faults) {
  const percent = Number((faults.chance * 100).toFixed(4));
  const parts = [
    ...(percent > 0 ? [`${percent} % of runs`] : []),
    ...(faults.delaySeconds > 0 ? [`${faults.delaySeconds} s delay`] : []),
  ];
  setText(find('faults-state'), parts.length > 0 ? `On: ${parts.join(', ')}` : 'Off');
  form.classList.toggle('on', parts.length > 0);
  if (!isEdited) {
    chance.value = percent;
    delay.value = faults.delaySeconds;
    kinds.forEach(kind => { kind.checked = faults.kinds.includes(kind.value); });
  }
}

async function apply(message) {
  const response = await post('faults', {
    chance: Number((chance.valueAsNumber / 100).toFixed(6)),
    delaySeconds: delay.valueAsNumber,
    kinds: kinds.filter(kind => kind.checked).map(kind => kind.value),
  });
  isEdited = response.error !== null;
  const result = find('faults-result');
  result.classList.toggle('failed', isEdited);
  setText(result, response.error ?? message);
  document.dispatchEvent(new Event('emulator-changed'));
}

form.addEventListener('input', () => {
  isEdited = true;
  setText(find('faults-result'), '');
});
form.addEventListener('submit', event => {
  event.preventDefault();
  apply('Applied to the runs that start from now on.');
});
find('faults-off').addEventListener('click', () => {
  chance.value = 0;
  delay.value = 0;
  if (!kinds.some(kind => kind.checked)) {
    kinds[0].checked = true;
  }

  apply('Turned off.');
});
