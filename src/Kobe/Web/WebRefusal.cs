namespace Kobe.Web;

/// <summary>A request that can't be answered as it stands; the router makes a problem document of it.</summary>
/// <param name="status">The HTTP status, 4xx.</param>
/// <param name="title">A few words.</param>
/// <param name="detail">A sentence on what is wrong and what would be right.</param>
internal sealed class WebRefusal(int status, string title, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Title { get; } = title;
}
