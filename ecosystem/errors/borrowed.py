"""What other libraries say (parsers of YAML, JSON and XML, pydantic, the operating system), in Chinese.

Their messages are a finite set of sentences with gaps. One that is not listed is quoted as it is, and said to be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ecosystem.errors import Text

Patterns = tuple[tuple[re.Pattern[str], str], ...]

_YAML = {
    "could not find expected ':'": "缺少 ':'",
    "could not find expected directive name": "缺少指令名",
    "did not find URI escaped octet": "缺少 URI 转义字节",
    "did not find expected <document start>": "缺少文档起始标记 '---'",
    "did not find the expected '>'": "缺少 '>'",
    "did not find expected alphabetic or numeric character": "此处应为字母或数字",
    "did not find expected comment or line break": "此处应为注释或换行",
    "did not find expected digit or '.' character": "此处应为数字或 '.'",
    "did not find expected hexdecimal number": "此处应为十六进制数",
    "did not find expected key": "此处应为键（请检查缩进）",
    "did not find expected node content": "此处应为一个值",
    "did not find expected tag URI": "此处应为标签 URI",
    "did not find expected version number": "此处应为版本号",
    "did not find expected whitespace or line break": "此处应为空白或换行",
    "did not find expected whitespace": "此处应为空白",
    "did not find expected {}": "缺少 {}",
    "found a tab character that violates indentation": "制表符破坏了缩进",
    "found a tab character where an indentation space is expected": "缩进处应为空格，却是制表符",
    "found an indentation indicator equal to 0": "缩进指示符为 0",
    "found character that cannot start any token": "此字符不能作为开头",
    "found character {} that cannot start any token": "字符 {} 不能作为开头",
    "found duplicate key {} with value {} (original value: {})": "键 {} 重复：此处的值为 {}，先前为 {}",
    "found duplicate key {}": "键 {} 重复",
    'found duplicate merge key "<<"': '合并键 "<<" 重复',
    "found duplicate %TAG directive": "%TAG 指令重复",
    "found duplicate %YAML directive": "%YAML 指令重复",
    "found duplicate anchor; first occurrence": "锚点重复",
    "found extremely long version number": "版本号过长",
    "found incompatible YAML document{}": "YAML 版本不兼容",
    "found invalid Unicode character escape code": "Unicode 转义无效",
    "found undefined alias{}": "别名没有定义{}",
    "found undefined tag handle{}": "标签前缀没有定义{}",
    "found unexpected ':'": "此处不应有 ':'",
    "found unexpected document {}": "引号内出现了文档标记",
    "found unexpected end of stream": "文件意外结束（引号没有闭合？）",
    "found unexpected non-alphabetical character": "此处不应有非字母字符",
    "found unhashable key": "列表或映射不能作为键",
    "found unknown directive name": "未知的指令名",
    "found unknown escape character{}": "未知的转义字符{}",
    "found an incorrect leading UTF-8 octet": "UTF-8 编码有误",
    "found an incorrect trailing UTF-8 octet": "UTF-8 编码有误",
    "block sequence entries are not allowed in this context": "此处不能有列表项",
    "mapping keys are not allowed in this context": "此处不能有键",
    "mapping keys are not allowed here": "此处不能有键",
    "mapping values are not allowed in this context": "此处不能有“键：值”（含 ':' 的文本要加引号）",
    "mapping values are not allowed here": "此处不能有“键：值”（含 ':' 的文本要加引号）",
    "could not determine a constructor for the tag {}": "不支持标签 {}",
    "expected a single document in the stream": "只能有一个 YAML 文档",
    "but found another document": "只能有一个 YAML 文档",
    "expected a mapping or list of mappings for merging, but found {}": "'<<' 之后应为映射，却是 {}",
    "expected a mapping for merging, but found {}": "'<<' 之后应为映射，却是 {}",
    "expected a {} node, but found {}": "此处应为 {}，却是 {}",
    "expected {}, but found {}": "此处应为 {}，却是 {}",
    "expected {}, but got {}": "此处应为 {}，却是 {}",
    "control characters are not allowed": "不允许控制字符",
    "special characters are not allowed": "不允许控制字符",
    "unacceptable character {}: {}": "不允许的字符 {}",
    "too deep": "嵌套过深",
    "Exceeds the limit {} for integer string conversion{}": "整数过长",
    "month must be in 1..12{}": "月份须在 1 到 12 之间",
    "day is out of range for month{}": "该月没有这一天",
    "day {} must be in range {} for month {} in year {}": "{2} 年 {1} 月没有第 {0} 天",
    "year {} is out of range": "年份 {} 超出范围",
    "hour must be in 0..23{}": "小时须在 0 到 23 之间",
    "minute must be in 0..59{}": "分钟须在 0 到 59 之间",
    "second must be in 0..59{}": "秒须在 0 到 59 之间",
}
_JSON = {
    "Expecting value": "此处应为一个值",
    "Expecting {} delimiter": "缺少分隔符 {}",
    "Expecting property name enclosed in double quotes": "此处应为双引号括起的键",
    "Illegal trailing comma before end of {}": "末尾有多余的逗号",
    "Extra data": "末尾有多余的内容",
    "Invalid control character{} at": "不允许的控制字符{}",
    "Invalid \\escape{}": "无效的转义{}",
    "Invalid \\uXXXX escape": "无效的 \\uXXXX 转义",
    "Unterminated string starting at": "字符串没有闭合",
    "Unexpected UTF-8 BOM (decode using utf-8-sig)": "有多余的字节顺序标记",
}
_XML = {
    "syntax error{}": "语法错误{}",
    "no element found{}": "没有元素，或文件不完整{}",
    "not well-formed (invalid token){}": "格式不正确（无效的记号）{}",
    "unclosed token{}": "记号没有闭合{}",
    "partial character{}": "字符不完整{}",
    "mismatched tag{}": "标签不匹配{}",
    "duplicate attribute{}": "属性重复{}",
    "junk after document element{}": "文档元素之后有多余内容{}",
    "undefined entity{}": "实体没有定义{}",
    "reference to invalid character number{}": "引用了无效的字符编号{}",
    "XML or text declaration not at start of entity{}": "XML 声明不在文件开头{}",
    "unknown encoding{}": "未知的编码{}",
    "encoding specified in XML declaration is incorrect{}": "XML 声明的编码不正确{}",
    "unclosed CDATA section{}": "CDATA 没有闭合{}",
    "XML declaration not well-formed{}": "XML 声明格式不正确{}",
    "unbound prefix{}": "命名空间前缀没有定义{}",
    "file not successfully read as graphml": "其中没有 GraphML 的图",
    "Bad GraphML data: no key {}": "键 {} 没有声明",
    "Unknown key for id {}.": "键 {} 没有声明",
    "GraphML reader doesn't support hyperedges": "不支持超边",
    "directed={} edge found in {} graph.": "有向图与无向边混用（directed={}）",
    "it declares entities": "声明了实体",
    "could not convert string to float: {}": "{} 不是数字",
    "invalid literal for int() with base 10: {}": "{} 不是整数",
}
_PYDANTIC = {
    "Input should be less than or equal to {}": "须不大于 {}",
    "Input should be greater than or equal to {}": "须不小于 {}",
    "Input should be a valid integer{}": "须为整数",
    "Unable to parse input string as an integer{}": "整数过长",
    "Input should be a valid number{}": "须为数字",
    "Input should be a finite number": "须为有限的数",
    "Input should be a valid string": "须为文本",
    "Input should be a valid boolean{}": "须为 true 或 false",
    "Input should be a valid tuple": "须为列表",
    "Input should be a valid list": "须为列表",
    "Input should be a valid dictionary{}": "须为映射",
    "Input should be a valid mapping{}": "须为映射",
    "String should match pattern {}": "须符合模式 {}",
    "Value error, {} is not one of {}.": "{} 不是其中之一：{}。",
    "{} is not one of {}.": "{} 不是其中之一：{}。",
}
_SYSTEM = {
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许此操作",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "File exists": "文件已存在",
    "File name too long": "文件名过长",
    "No space left on device": "设备上没有空间",
    "Disk quota exceeded": "超出磁盘配额",
    "Read-only file system": "文件系统只读",
    "Input/output error": "输入输出错误",
    "Too many open files": "打开的文件过多",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Device or resource busy": "设备忙",
    "Broken pipe": "管道已断开",
}


def borrowed(message: str) -> Text:
    """Return another library's message in English as it is, and in Chinese; quoted where it is not in the list."""
    line = " ".join(message.split())
    return Text(line, translated(line, _patterns()) or f"原文：{line}")


def translated(line: str, known: Patterns) -> str | None:
    """Return a sentence in the words of the first pattern that fits the whole of it; nothing where none does."""
    for pattern, words in known:
        fits = pattern.fullmatch(line)
        if fits:
            return words.format(*fits.groups())
    return None


def compiled(sentences: Mapping[str, str], flags: re.RegexFlag = re.DOTALL) -> Patterns:
    """Return sentences as patterns: `{}` stands for any text, in the order in which the translation takes it up."""
    return tuple((re.compile(_gaps(sentence), flags), words) for sentence, words in sentences.items())


def _gaps(sentence: str) -> str:
    return "(.*?)".join(re.escape(part) for part in sentence.split("{}"))


@cache
def _patterns() -> Patterns:
    tables: Iterable[Mapping[str, str]] = (_YAML, _JSON, _XML, _PYDANTIC, _SYSTEM)
    return tuple(pattern for table in tables for pattern in compiled(table))
