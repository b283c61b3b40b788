package org.signpost.knowledge;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The people that answers may send a visitor to.
 *
 * @param all the contacts in the order of their file
 * @param safeguardingLead whom a worry inside a school, or another place of work, goes to
 * first, by nation
 */
public record Contacts(List<Contact> all, Map<Nation, String> safeguardingLead) {

	public Contacts {
		all = List.copyOf(all);
		safeguardingLead = Map.copyOf(safeguardingLead);
	}

	/** Those for a purpose who serve a nation, or anybody for it when none is known. */
	public List<Contact> of(String purpose, @Nullable Nation nation) {
		return this.all.stream()
			.filter((contact) -> contact.purpose().equals(purpose))
			.filter((contact) -> nation == null || contact.nations().contains(nation))
			.toList();
	}

}
