"""The protocol, with an answer for every request: also for one that cannot be decoded, which pygls only logs."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcParseError
from pygls.protocol import LanguageServerProtocol


class Answering(LanguageServerProtocol):
    """Whoever asks gets an error instead of waiting. pygls has no public way to send one: hence its private methods."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as pygls reads it; a request that is none of the protocol's is answered here."""
        try:
            return super().structure_message(data)
        except JsonRpcException as fault:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], None, fault.to_response_error())
            raise

    def answer_unread(self, fault: Exception) -> None:
        """Answer what is no message at all: nobody knows whose it was, so the answer is to no number (JSON-RPC 5.1)."""
        kind = JsonRpcParseError if isinstance(fault, ValueError | RecursionError) else JsonRpcInvalidRequest
        error = kind().to_response_error()
        self._send_data({"jsonrpc": self.VERSION, "id": None, "error": {"code": error.code, "message": error.message}})
