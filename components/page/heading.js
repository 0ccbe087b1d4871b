$('h1').textContent = props.value.question;
$('p').textContent = props.value.intro;
