using System.Diagnostics.CodeAnalysis;

namespace Kobe.Web;

/// <summary>All paths that are answered: exact ones, and ones with one part that is a name.</summary>
/// <remarks>No patterns to compile at the start, none to be tricked by a path.</remarks>
internal sealed class RouteTable
{
    /// <summary>The part of a route's path that stands for any name.</summary>
    public const string Name = "{id}";

    private readonly Dictionary<string, List<Route>> _exact = new(StringComparer.Ordinal);
    private readonly List<(string Before, string After, List<Route> Routes)> _named = [];

    public RouteTable(IEnumerable<Route> routes)
    {
        foreach (var route in routes)
        {
            Place(route.Path).Add(route);
        }
    }

    /// <summary>Every route there is.</summary>
    public IEnumerable<Route> All => _exact.Values.Concat(_named.Select(named => named.Routes)).SelectMany(all => all);

    /// <summary>The routes of a path, one for each method, and the name in it.</summary>
    public bool TryFind(string path, [NotNullWhen(true)] out List<Route>? routes, out string? name)
    {
        name = null;
        if (_exact.TryGetValue(path, out routes))
        {
            return true;
        }

        foreach (var (before, after, there) in _named)
        {
            if (path.Length > before.Length + after.Length && path.StartsWith(before, StringComparison.Ordinal)
                && path.EndsWith(after, StringComparison.Ordinal)
                && path[before.Length..^after.Length] is var part && !part.Contains('/'))
            {
                // The server leaves an escaped slash as it is: keys have one.
                routes = there;
                name = part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
                return true;
            }
        }

        return false;
    }

    private List<Route> Place(string path)
    {
        var at = path.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0)
        {
            if (!_exact.TryGetValue(path, out var routes))
            {
                _exact[path] = routes = [];
            }

            return routes;
        }

        var (before, after) = (path[..at], path[(at + Name.Length)..]);
        foreach (var named in _named)
        {
            if (named.Before == before && named.After == after)
            {
                return named.Routes;
            }
        }

        // The longer end first: /tasks/x/explain is no task that is called so.
        _named.Add((before, after, []));
        var made = _named[^1].Routes;
        _named.Sort((one, two) => two.After.Length - one.After.Length);
        return made;
    }
}
