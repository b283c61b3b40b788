package org.signpost.knowledge;

/** The four nations of the United Kingdom, whose rules and pay differ. */
public enum Nation {

	ENGLAND("England"), WALES("Wales"), SCOTLAND("Scotland"), NORTHERN_IRELAND("Northern Ireland");

	private final String displayName;

	Nation(String displayName) {
		this.displayName = displayName;
	}

	/** The name as a reader writes it. */
	public String displayName() {
		return this.displayName;
	}

}
