namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>
/// The text of a policy of AWS: JSON, of which only the objects that allow something are looked at. One pass, tolerant of holes
/// and of everything else; what is no policy has no <c>Effect</c>.
/// </summary>
internal ref struct PolicyText
{
    private const int LongestName = 200;
    private const int Deepest = 40;

    private readonly string _text;
    private readonly Stack<Statement> _open;
    private int _at;

    private PolicyText(string text)
    {
        _text = text;
        _open = new();
        _at = 0;
    }

    public static bool MayBeIn(string text) => text.IndexOf("\"Effect\"", StringComparison.Ordinal) >= 0;

    /// <summary>What the first statement without bounds allows, in words of the policy language; null when all are bound.</summary>
    public static string? WideIn(string text) => MayBeIn(text) ? new PolicyText(text).Read() : null;

    private string? Read()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '"':
                    Name();
                    break;
                case '{':
                    if (_open.Count > Deepest)
                        return null;

                    _open.Push(new(_open.Count > 0 ? _open.Peek() : null));
                    break;
                case '}':
                    if (_open.Count > 0 && _open.Pop().Wide() is { } wide)
                        return wide;

                    break;
                case ',':
                    if (_open.Count > 0 && _open.Peek().Lists == 0)
                        _open.Peek().Key = "";

                    break;
                case '[' or ']':
                    if (_open.Count > 0)
                        _open.Peek().Lists += _text[_at] == '[' ? 1 : -1;

                    break;
            }
        }

        return null;
    }

    /// <summary>A key or a value: a key has a colon behind it.</summary>
    private void Name()
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] != '"')
            _at += _text[_at] == '\\' ? 2 : 1;

        if (_open.Count == 0 || _at >= _text.Length || _at - start > LongestName)
            return;

        var name = _text.Substring(start, _at - start);
        var next = _at + 1;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;

        var statement = _open.Peek();
        if (statement.Lists == 0 && statement.Key.Length == 0 && next < _text.Length && _text[next] == ':')
            statement.Begin(name);
        else
            statement.Take(name);
    }

    /// <summary>What one object says.</summary>
    private sealed class Statement(Statement? outer)
    {
        private bool _allows;
        private string? _everyAction;
        private bool _everyResource;
        private bool _anyone;
        private bool _hasActions;
        private bool _needsAll = true;
        private bool _isOfKeys = true;
        private bool _hasPrincipal;
        private bool _hasCondition;

        public string Key { get; set; } = "";

        public int Lists { get; set; }

        public void Begin(string key)
        {
            Key = key;
            _hasPrincipal |= key == "Principal";
            _hasCondition |= key == "Condition";
            if (key == "NotAction")
                _everyAction = key;
        }

        public void Take(string value)
        {
            if (outer?.Key == "Principal")
                outer._anyone |= value == "*" && Key == "AWS";

            switch (Key)
            {
                case "Effect":
                    _allows = value == "Allow";
                    break;
                case "Action":
                    _hasActions = true;
                    _everyAction ??= IamNames.IsEveryAction(value) ? value : null;
                    _needsAll &= IamNames.AcceptsOnlyAnyResource(value);
                    _isOfKeys &= value.StartsWith("kms:", StringComparison.Ordinal);
                    break;
                case "Resource":
                    _everyResource |= IamNames.IsEveryResource(value);
                    break;
                case "Principal":
                    _anyone |= value == "*";
                    break;
            }
        }

        public string? Wide()
        {
            if (!_allows)
                return null;

            // In the policy of a key, everything is the key.
            var ofKey = _hasPrincipal && _hasActions && _isOfKeys;
            return _everyAction is { } action && !ofKey ? action == "NotAction" ? action : $"Action {action}"
                : _anyone && !_hasCondition ? "Principal *"
                : _everyResource && _hasActions && !_needsAll && !_hasCondition && !ofKey ? "Resource *"
                : null;
        }
    }
}
