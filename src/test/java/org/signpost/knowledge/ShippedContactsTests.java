package org.signpost.knowledge;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The people that ship, in the knowledge base and for one that brings none: a visitor who
 * reads a number reads when it is answered.
 */
class ShippedContactsTests {

	private static final Map<String, String> WITHOUT_HOURS = Map.of("emergency-services",
			"an emergency number has none", "childline", "not verified", "acas", "not verified");

	static Stream<Path> folders() {
		return Stream.of(Engines.SHIPPED, Engines.FOUNDRY);
	}

	@ParameterizedTest
	@MethodSource("folders")
	void everyNumberHasItsHoursUnlessNobodyHasVerifiedThem(Path folder) {
		assertThat(Engines.knowledgeBase(folder).contacts().all())
			.filteredOn((contact) -> contact.telephone() != null && contact.hours() == null)
			.extracting(Contact::id)
			.containsExactlyInAnyOrderElementsOf(WITHOUT_HOURS.keySet());
	}

	@ParameterizedTest
	@MethodSource("folders")
	void hoursAreThoseOfANumber(Path folder) {
		assertThat(Engines.knowledgeBase(folder).contacts().all()).filteredOn((contact) -> contact.hours() != null)
			.isNotEmpty()
			.allSatisfy((contact) -> assertThat(contact.telephone()).isNotNull());
	}

	@ParameterizedTest
	@MethodSource("folders")
	void everybodyCanBeReached(Path folder) {
		assertThat(Engines.knowledgeBase(folder).contacts().all()).allSatisfy(
				(contact) -> assertThat(Stream.of(contact.telephone(), contact.web())).anyMatch((to) -> to != null));
	}

}
