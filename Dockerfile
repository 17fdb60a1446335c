# Kobe in a container: built here, run as a user without rights, its state in a volume.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN build/publish /kobe

FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV DOTNET_NOLOGO=1 DOTNET_EnableDiagnostics=0 KOBE_LOG_FILE=off
RUN groupadd --gid 10001 kobe && useradd --uid 10001 --gid kobe --no-create-home --shell /usr/sbin/nologin kobe \
    && install -d -o kobe -g kobe -m 0700 /var/lib/kobe
COPY --from=build /kobe /opt/kobe
COPY schedule /etc/kobe/schedule
COPY kobe.yaml /etc/kobe/kobe.yaml
USER 10001:10001
WORKDIR /var/lib/kobe
VOLUME /var/lib/kobe

# Whether work moves, not whether a process lives: unhealthy when the loop, the work, the journal or the accounting is.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["dotnet", "/opt/kobe/kobe.dll", "health", "--state", "/var/lib/kobe"]

# SIGTERM drains; compose waits for it (stop_grace_period).
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/opt/kobe/kobe.dll"]
CMD ["run", "--last-good", "--state", "/var/lib/kobe", "--config", "/etc/kobe/kobe.yaml", "--schedule", "/etc/kobe/schedule"]
