package org.signpost.web.pages;

import java.io.IOException;
import java.nio.file.Files;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationProperties;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /privacy}: what is kept, why and how long; an organisation may put its own page
 * there.
 */
@Controller
class PrivacyPage {

	private final PageProperties pages;

	private final ConversationProperties conversations;

	PrivacyPage(PageProperties pages, ConversationProperties conversations) {
		this.pages = pages;
		this.conversations = conversations;
	}

	@GetMapping("/privacy")
	@Nullable String privacy(Model model, HttpServletResponse response) throws IOException {
		var own = this.pages.privacy();
		if (own != null) {
			response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
			Files.copy(own, response.getOutputStream());
			return null;
		}
		model.addAttribute("organisation", this.pages.organisation());
		model.addAttribute("retentionDays", this.conversations.retention().toDays());
		return "privacy";
	}

}
