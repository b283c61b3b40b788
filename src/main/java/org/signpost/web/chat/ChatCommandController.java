package org.signpost.web.chat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationKey;
import org.signpost.conversation.NewConversation;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.Opening;
import org.signpost.web.Callers;
import org.signpost.web.ProblemException;
import org.signpost.web.Rates;
import org.signpost.web.chat.ServerFrames.Problem;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /chat/commands}: one frame of a client without WebSocket. The reply is the
 * frames that answer it directly, as a JSON array; events come over the stream.
 */
@RestController
class ChatCommandController {

	private final ChatServices services;

	private final ChatCommands commands;

	private final ConversationAccess access;

	private final Callers callers;

	private final Rates<UUID> frames;

	ChatCommandController(ChatServices services, ChatCommands commands, ConversationAccess access, Callers callers) {
		this.services = services;
		this.commands = commands;
		this.access = access;
		this.callers = callers;
		this.frames = new Rates<>(Rates.limit(services.framesPerTenSeconds(), Duration.ofSeconds(10)));
	}

	@PostMapping(path = "/chat/commands", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> obey(@RequestBody String body, HttpServletRequest request) {
		if (body.length() > FrameReader.MAX_BYTES) {
			throw ProblemException.tooLarge();
		}
		var answers = obey(read(body), request);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noStore())
			.body("[" + String.join(",", answers) + "]");
	}

	private static ReadFrame read(String body) {
		try {
			return new ReadFrame(FrameReader.read(body), List.of());
		}
		catch (BadFrameException ex) {
			return new ReadFrame(null, ChatCommands.error(Problem.BAD_FRAME, ex.request()));
		}
		catch (BadJsonException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "The body is not JSON.");
		}
	}

	private List<String> obey(ReadFrame read, HttpServletRequest request) {
		return switch (read.frame()) {
			case null -> read.error();
			case ClientFrame.Hello hello -> hello(hello, request);
			case ClientFrame.Heartbeat heartbeat -> List.of(ServerFrames.heartbeat());
			case ClientFrame.Ask ask -> ask(ask, request);
			case ClientFrame.Rate rate -> open(request) ? this.commands.rate(ConversationAccess.named(request), rate)
					: ChatCommands.error(Problem.NOT_SAVED, rate.id());
			case ClientFrame.Cancel cancel ->
				open(request) ? this.commands.cancel(ConversationAccess.named(request), cancel) : List.of();
			case ClientFrame.Clear clear -> open(request) ? clear(ConversationAccess.named(request), clear)
					: ChatCommands.error(Problem.NOT_SAVED, clear.id());
		};
	}

	/**
	 * Checks the key.
	 * @return whether the storage could tell
	 */
	private boolean open(HttpServletRequest request) {
		var wait = this.frames.take(ConversationAccess.named(request));
		if (wait.isPositive()) {
			throw ProblemException.tooFast(wait);
		}
		try {
			this.access.open(request);
			return true;
		}
		catch (NotSavedException ex) {
			return false;
		}
	}

	private List<String> ask(ClientFrame.Ask ask, HttpServletRequest request) {
		var kept = open(request);
		return this.commands.ask(ConversationAccess.named(request), ask, null, this.callers.read(request), kept);
	}

	private List<String> hello(ClientFrame.Hello hello, HttpServletRequest request) {
		var wait = this.services.limits().takeConnection(this.callers.read(request));
		if (wait.isPositive()) {
			throw ProblemException.tooFast(wait);
		}
		if (hello.conversation() == null) {
			return List.of(begin(false));
		}
		var id = FrameReader.uuid(hello.conversation());
		if (id == null) {
			return List.of(begin(true));
		}
		var key = new ConversationKey((hello.key() != null) ? hello.key() : "");
		return List.of(switch (this.services.conversations().open(id, key)) {
			case Opening.Opened opened when hello.after() <= opened.lastSeq() -> ServerFrames.welcome(id, null, false);
			case Opening.Opened opened -> begin(true);
			case Opening.Gone gone -> begin(true);
			case Opening.WrongKey wrong ->
				throw new ProblemException(HttpStatus.UNAUTHORIZED, "The key does not open this conversation.");
		});
	}

	private String begin(boolean reset) {
		var begun = NewConversation.create();
		this.services.conversations().begin(begun);
		return ServerFrames.welcome(begun.id(), begun.key(), reset);
	}

	private List<String> clear(UUID conversation, ClientFrame.Clear clear) {
		try {
			var cleared = ServerFrames.cleared(clear.id());
			return this.services.conversations().clear(conversation, clear.id()) ? List.of(cleared, begin(true))
					: List.of(cleared);
		}
		catch (NotSavedException ex) {
			return ChatCommands.error(Problem.NOT_SAVED, clear.id());
		}
	}

	/**
	 * A frame, or what to say of one that makes no sense.
	 *
	 * @param frame the frame
	 * @param error what to say
	 */
	private record ReadFrame(@Nullable ClientFrame frame, List<String> error) {
	}

}
