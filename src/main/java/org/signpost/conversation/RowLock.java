package org.signpost.conversation;

/** How a query locks the rows it finds until the end of the transaction. */
enum RowLock {

	/** Not at all: there is one writer. */
	NONE(""),

	/** Each row. */
	FOR_UPDATE(" for update");

	private final String suffix;

	RowLock(String suffix) {
		this.suffix = suffix;
	}

	/** What stands at the end of the query. */
	String suffix() {
		return this.suffix;
	}

}
