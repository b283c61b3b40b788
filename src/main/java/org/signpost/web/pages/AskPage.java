package org.signpost.web.pages;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.Ask;
import org.signpost.answering.Dialogue;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.answering.Reply;
import org.signpost.conversation.ConversationKey;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.NewConversation;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.Opening;
import org.signpost.knowledge.Nation;
import org.signpost.web.AskLimits;
import org.signpost.web.Callers;
import org.signpost.web.QuestionText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /ask}: asks and answers by plain form post. A conversation goes on by what the
 * form carries along, in the body of the request: there is no cookie, and nothing of it
 * is ever in an address.
 */
@Controller
class AskPage {

	private static final Logger logger = LoggerFactory.getLogger(AskPage.class);

	private final Dialogue dialogue;

	private final Conversations conversations;

	private final AskLimits limits;

	private final Callers callers;

	AskPage(Dialogue dialogue, Conversations conversations, AskLimits limits, Callers callers) {
		this.dialogue = dialogue;
		this.conversations = conversations;
		this.limits = limits;
		this.callers = callers;
	}

	@GetMapping("/ask")
	String empty(Model model) {
		return page(model, "", null, "", null, null);
	}

	@PostMapping("/ask")
	String ask(@RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String nation,
			@RequestParam(defaultValue = "") String conversation, @RequestParam(defaultValue = "") String again,
			HttpServletRequest request, Model model) {
		var words = QuestionText.tidy(question);
		var chosen = nation(nation);
		if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
			// another site may suggest a question, but the visitor asks it
			return page(model, words, chosen, "", null, null);
		}
		if (words.isEmpty()) {
			return page(model, "", chosen, conversation, null, "Enter a question.");
		}
		if (QuestionText.isTooLong(words)) {
			return page(model, words, chosen, conversation, null,
					"Your question must be " + QuestionText.MAX_LENGTH + " characters or fewer.");
		}
		return ask(new Form(words, chosen, nation(again), conversation), request, model);
	}

	private String ask(Form form, HttpServletRequest request, Model model) {
		var place = place(form.conversation());
		var caller = this.callers.read(request);
		if (this.limits.take(place.id(), caller).isPositive()) {
			return page(model, form, place, null, "You have asked many questions. Wait a minute, then ask again.");
		}
		if (!this.limits.enter(Duration.ofSeconds(5))) {
			return page(model, form, place, null, "Many people are asking at the moment. Try again in a minute.");
		}
		try {
			var ask = new Ask(place.id(), UUID.randomUUID(), form.question(),
					(form.again() != null) ? form.again() : form.nation(), form.again() != null, null);
			return switch (place.kept() ? this.dialogue.ask(ask) : this.dialogue.askUnstored(ask)) {
				case Reply.Stored stored ->
					page(model, form, place, AskedQuestion.of(stored.answered().answer()), null);
				case Reply.NotStored unstored ->
					page(model, form, place, AskedQuestion.of(unstored.answered().answer()), null);
				default -> page(model, form, place, null, "Your last question is still being answered. Try again.");
			};
		}
		catch (KnowledgeBaseNotReadyException ex) {
			return page(model, form, place, null, "This service is just starting. Try again in a moment.");
		}
		catch (RuntimeException ex) {
			logger.error("A question could not be answered: {}", ex.getClass().getName());
			return page(model, form, place, null, "Something went wrong on our side. Try again in a moment.");
		}
		finally {
			this.limits.leave();
		}
	}

	/** The conversation that the form carries along, or a new one. */
	private Place place(String carried) {
		var dot = carried.indexOf('.');
		try {
			if (dot == 36) {
				var id = UUID.fromString(carried.substring(0, dot));
				var opening = this.conversations.open(id, new ConversationKey(carried.substring(dot + 1)));
				if (opening instanceof Opening.Opened) {
					return new Place(id, carried, true);
				}
			}
			var begun = NewConversation.create();
			this.conversations.begin(begun);
			return new Place(begun.id(), begun.id() + "." + begun.key().text(), true);
		}
		catch (NotSavedException ex) {
			return new Place(UUID.randomUUID(), "", false);
		}
		catch (IllegalArgumentException ex) {
			return place("");
		}
	}

	private static @Nullable Nation nation(String name) {
		return Arrays.stream(Nation.values()).filter((nation) -> nation.name().equals(name)).findFirst().orElse(null);
	}

	private static String page(Model model, Form form, Place place, @Nullable AskedQuestion answer,
			@Nullable String error) {
		return page(model, form.question(), form.nation(), place.carried(), answer, error);
	}

	private static String page(Model model, String question, @Nullable Nation nation, String conversation,
			@Nullable AskedQuestion answer, @Nullable String error) {
		model.addAttribute("question", question);
		model.addAttribute("answered", answer != null);
		model.addAttribute("blocks", Optional.ofNullable(answer).map(AskedQuestion::blocks).orElse(List.of()));
		model.addAttribute("sourceLine", Optional.ofNullable(answer).map(AskedQuestion::sourceLine).orElse(""));
		model.addAttribute("sources", Optional.ofNullable(answer).map(AskedQuestion::sources).orElse(List.of()));
		model.addAttribute("suggestions",
				Optional.ofNullable(answer).map(AskedQuestion::suggestions).orElse(List.of()));
		model.addAttribute("clarify", answer != null && answer.clarify());
		var nationOf = (answer != null) ? answer.nation() : null;
		model.addAttribute("nation", (nationOf != null) ? nationOf.displayName() : "");
		model.addAttribute("others", choices(nationOf).stream().filter((each) -> !each.selected()).toList());
		model.addAttribute("nations", choices(nation));
		model.addAttribute("conversation", conversation);
		model.addAttribute("error", (error != null) ? error : "");
		model.addAttribute("invalid", error != null && (question.isEmpty() || QuestionText.isTooLong(question)));
		return "ask";
	}

	private static List<NationChoice> choices(@Nullable Nation chosen) {
		return Arrays.stream(Nation.values())
			.map((each) -> new NationChoice(each.name(), each.displayName(), each == chosen))
			.toList();
	}

	/**
	 * What was sent.
	 *
	 * @param question the words, tidy
	 * @param nation the nation chosen
	 * @param again the nation for which to ask again, whatever the question names
	 * @param conversation what the form carried along
	 */
	private record Form(String question, @Nullable Nation nation, @Nullable Nation again, String conversation) {
	}

	/**
	 * Where a question is asked.
	 *
	 * @param id id of the conversation
	 * @param carried what the next form carries along, perhaps empty
	 * @param kept whether it is stored
	 */
	private record Place(UUID id, String carried, boolean kept) {
	}

	/**
	 * A nation to choose.
	 *
	 * @param value its name in the form
	 * @param name its name for readers
	 * @param selected whether it is chosen
	 */
	record NationChoice(String value, String name, boolean selected) {
	}

}
