// @ts-check
import './signpost-chat-define.js';
