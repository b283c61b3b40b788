// Where the widget runs, questions of this page go to it; else their forms work by themselves.
const chat = document.querySelector('signpost-chat');
document.addEventListener('submit', (event) => {
	if (chat.ask) {
		const field = event.target.elements.question;
		event.preventDefault();
		chat.open({ focus: true });
		if (chat.ask(field.value) && field.matches('input')) {
			field.value = '';
		}
	}
});
