"""The protocol, with an answer for every request: also for one that cannot be decoded, which pygls only logs."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcParseError
from pygls.protocol import LanguageServerProtocol


class Answering(LanguageServerProtocol):
    """Whoever asks gets an error instead of waiting. pygls has no public way to send one: it is written out here."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as pygls reads it; a request that is none of the protocol's is answered here."""
        try:
            return super().structure_message(data)
        except JsonRpcException as fault:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._refuse(data["id"], fault)
            raise

    def answer_unread(self, fault: Exception) -> None:
        """Answer what is no message at all: nobody knows whose it was, so the answer is to no number (JSON-RPC 5.1)."""
        kind = JsonRpcParseError if isinstance(fault, ValueError | RecursionError) else JsonRpcInvalidRequest
        self._refuse(None, kind())

    def _refuse(self, number: int | str | None, fault: JsonRpcException) -> None:
        """Send an error in answer to a message: its length in bytes, an empty line, the JSON (LSP, base protocol)."""
        error = fault.to_response_error()
        answer = {"jsonrpc": self.VERSION, "id": number, "error": {"code": error.code, "message": error.message}}
        body = json.dumps(answer).encode(self.CHARSET)
        if self.writer is not None:
            sent = self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            if inspect.isawaitable(sent):
                asyncio.ensure_future(sent)  # noqa: RUF006 - nobody waits for it, as for every answer of pygls
