// Where the widget runs, the examples of this page are asked there; else their forms work by themselves.
const chat = document.querySelector('signpost-chat');
document.addEventListener('submit', (event) => {
	if (chat.ask) {
		event.preventDefault();
		chat.open({ focus: true });
		chat.ask(event.submitter.value);
	}
});
