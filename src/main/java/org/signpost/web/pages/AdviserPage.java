package org.signpost.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /adviser}: the advisers' workbench. The page itself says nothing that is not
 * public; what it shows it asks of the adviser interface, which has a door.
 */
@Controller
class AdviserPage {

	@GetMapping("/adviser")
	String workbench() {
		return "adviser";
	}

}
