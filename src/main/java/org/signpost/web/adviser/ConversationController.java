package org.signpost.web.adviser;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.signpost.conversation.Conversations;
import org.signpost.web.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was said in a conversation, and erases it. */
@RestController
@RequestMapping(path = "/api/conversations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "conversations")
class ConversationController {

	private final Conversations conversations;

	ConversationController(Conversations conversations) {
		this.conversations = conversations;
	}

	@GetMapping
	@Operation(summary = "What was said in a conversation")
	ConversationView find(@PathVariable String id) {
		return Ids.find(id)
			.flatMap(this.conversations::find)
			.map(ConversationView::of)
			.orElseThrow(ConversationController::gone);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Erase a conversation")
	void erase(@PathVariable String id) {
		var erased = Ids.find(id).map((UUID known) -> this.conversations.erase(known)).orElse(false);
		if (!erased) {
			throw gone();
		}
	}

	private static ProblemException gone() {
		return ProblemException.notFound("There is no such conversation.");
	}

}
