package org.signpost.web.chat;

/** Why a connection is closed from this side. */
enum Closing {

	BAD_JSON(1007, "not JSON"), POLICY(1008, "policy"), RESTART(1012, "restart"), OVERLOAD(1013, "overload"),
	WRONG_KEY(4401, "key"), SILENT(4408, "silent"), SLOW(4409, "slow reader"), GAP(4410, "gap");

	private final int code;

	private final String reason;

	Closing(int code, String reason) {
		this.code = code;
		this.reason = reason;
	}

	int code() {
		return this.code;
	}

	String reason() {
		return this.reason;
	}

}
