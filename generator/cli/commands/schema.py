"""``nianbao schema``: the JSON Schema for editors."""

from __future__ import annotations

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Output


@chinese_command(
    "schema",
    summary="输出 JSON Schema，供编辑器提示和检查",
    text="输出年报 YAML 文件的 JSON Schema，供编辑器边写边提示。新建的文件第一行已经指向它，一般不用自己输出。",
    examples="例：\n  nianbao schema -o nianbao.schema.json",
)
def command(output: Output = None, force: Force = False, debug: Debug = False) -> int:
    """Write the schema to a file or stdout."""
    from generator.cli.delivery import Delivery
    from generator.pipeline.catalogue import schema_text

    Delivery(output, force=force).take(schema_text().encode())
    return 0
