const { parts, total, layers } = props.value;
$('.note').textContent = `${whole(total)} numbers that training chose`;
bars($('.bars'), Object.entries(parts).map(([name, count]) => ({ label: name, value: count, text: `${whole(count)}  ${percent(count / total)}` })), Math.max(...Object.values(parts)));
$('.foot').textContent = `${Object.values(parts).map(whole).join(' + ')} = ${whole(Object.values(parts).reduce((a, b) => a + b))}. Attention, feed-forward and norms are those of all ${layers} layers and the last norm; the output matrix is the table of token embeddings, used again.`;
