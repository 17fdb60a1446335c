using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>Walks a snapshot in the order in which it was written; all else is a format error.</summary>
internal ref struct SnapshotCursor
{
    private Utf8JsonReader _reader;

    public SnapshotCursor(ReadOnlySpan<byte> snapshot)
    {
        _reader = new Utf8JsonReader(snapshot, new JsonReaderOptions { MaxDepth = RunLimits.JsonDepthMax });
        Names = new NamePool();
        Step();
    }

    public NamePool Names { get; }

    public readonly bool AtEnd => _reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;

    public void Name(string name)
    {
        if (_reader.TokenType != JsonTokenType.PropertyName || !_reader.ValueTextEquals(name))
        {
            throw new FormatException($"The snapshot has no member '{name}' where it belongs.");
        }

        Step();
    }

    public void Open(JsonTokenType bracket)
    {
        Expect(_reader.TokenType == bracket);
        Step();
    }

    public void Close()
    {
        Expect(AtEnd);
        Step();
    }

    public long Number()
    {
        var value = _reader.GetInt64();
        Step();
        return value;
    }

    public int Int() => checked((int)Number());

    public DateTimeOffset Instant() => new(Number(), TimeSpan.Zero);

    public DateTimeOffset? MaybeInstant() => Null() ? null : Instant();

    public string Text() => MaybeText() ?? throw new FormatException("The snapshot has null where text belongs.");

    public string? MaybeText()
    {
        if (Null())
        {
            return null;
        }

        var value = _reader.GetString();
        Step();
        return value;
    }

    /// <summary>A short text that comes again and again.</summary>
    public string Pooled()
    {
        Span<char> text = stackalloc char[OccurrenceKey.TextLengthMax];
        Expect(_reader.TokenType == JsonTokenType.String && _reader.ValueSpan.Length <= text.Length);
        var value = Names.Get(text[.._reader.CopyString(text)]);
        Step();
        return value;
    }

    public bool TryWord<T>(RunWords<T> words, out T value)
        where T : struct, Enum
    {
        var found = words.TryRead(_reader, out value);
        if (found)
        {
            Step();
        }

        return found;
    }

    public JsonText Json()
    {
        var value = JsonText.Copy(ref _reader);
        Step();
        return value;
    }

    public void Expect(bool right)
    {
        if (!right)
        {
            throw new FormatException($"The snapshot is not in its form at byte {_reader.TokenStartIndex}.");
        }
    }

    private bool Null()
    {
        var isNull = _reader.TokenType == JsonTokenType.Null;
        if (isNull)
        {
            Step();
        }

        return isNull;
    }

    private void Step() => _reader.Read();
}
