global using Kobe.Testing;
