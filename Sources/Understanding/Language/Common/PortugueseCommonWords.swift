extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let portuguese = """
        de o a do para da não um que e é em ou uma dispositivo se com ao no foi os as está na \
        mais seu por sua modo ser nome configuração home assistant temperatura estado possível \
        erro conta tempo como endereço api à você energia quando chave pode integração rede este \
        ligação dados id valor utilizador palavra esta entrada entidade falha selecione definir \
        passe potência hora configurar código dispositivos ip tem sensor número obter são \
        adicionar deve qual tipo comando atual ligar bateria sistema já porta introduza define \
        utilizar será novamente nível dos alarme sem água enviar servidor favor autenticação \
        lista ficheiro token luz controlo url total aplicação anfitrião pelo ação sessão tensão \
        pretende entidades apenas credenciais durante local yaml consumo carga limite partir \
        iniciar acesso definições informações ativar versão tópico mensagem corrente saída \
        ligado eu velocidade l mas zona nova estão bem verifique atualização todos aquecimento \
        atualizar falhou configurado criar ar grupo botão segurança novo problema modelo mqtt \
        início ocorreu cor serviço tente ponto sobre alvo imagem duração dispara painel fase \
        ventoinha quem opção template inválido disponível opções hoje muito multimédia máximo \
        carregamento firmware utilizado através humidade data nenhum texto só até ativa pela \
        preço suportado controlador isto notificação dia estiver necessário s atualize vida \
        posição certifique evento foram localização remover ações brasil caminho exemplo câmara \
        seus período comunicação antes autenticar porque base eliminar instância suas também \
        casa série utilização vez app gás z filtro inversor máxima gateway intervalo produção \
        programa entre contador encontrado selecionar última todas backup brilho segundos \
        executar valores nas adaptador me alterar eletricidade escolha configurada carregar \
        configure utilizada interface baixo payload após unidade fora mostrar alimentação \
        disponíveis volume estação limpeza num resposta movimento ativado desativar removida \
        sensores área leitor primeiro agora ter pin wave mesmo minutos automaticamente deteção \
        interruptor c ct inválida voz fazer podem solar armazenamento qualidade qualquer \
        desligado documentação utilize último temporizador bluetooth google veículo detalhes \
        ainda nos consulte reiniciar comandos suporta testa horas pressão espera onde média \
        eventos predefinição regulação saiba ativo quente sim cloud válido estabelecer web \
        continuar estar tudo desligar funcionamento útil auto automático definido fluxo other \
        permite taxa isso ac seja fechadura serão fim cartão certificado mínimo remova \
        selecionado knx pré cópia precisa baixa encontrar numa curso canal reconfigurar remoto \
        superior problemas conteúdo horário função diferente ecrã personalizado tentar \
        termóstato depois melhor alterações automatizações formato branco d opcional verificar \
        tiver tarefa mínima reinicie scripts índice bom cada detetado limpar registo seguintes \
        som abaixo deseja email fonte requer frequência descoberta dias manualmente zigbee bomba \
        desconhecido execução suporte tv ele motor quais campo corresponde limiar utilizando \
        ciclo mês real menos sempre há pico resolver modos necessária ssl suportada nenhuma \
        padrão perfil existe caso estou cliente configurações parar pm válida quer abrir \
        automatização carregador fi router seguida wi usar aviso encontrada percentagem tamanho \
        aceder efeito fornecido inferior oscilação pasta às dois inteligente ativada \
        atualizações especificado instalação memória página webhook classe devem itens lo dc \
        emparelhamento hub media método verificação arranque bloqueio defeito envia item pedido \
        x tarde ver certeza bloquear contagem estatísticas manual obsoleta definição disco \
        inclinação plano arrefecimento automática vista descarga detetar led mensagens nuvem \
        paragem vapor volte único falta mapa repor principal forma atraso mac predefinido unifi \
        próximo baterias cozedura esquerda proteção serviços válvula áudio próxima ler demasiado \
        direita ficheiros leitura projeto plural receber sinal vento pesquisa minha desativado \
        dns devido estados calendário direção enviado hardware lhe longo neste sol plataforma ia \
        editar encontrados introduzir noite processo reprodução aquecedor cobertura permitir \
        reproduzir secagem selecionada enquanto resolução condições saber trabalho fator http \
        lavagem ligada momento pausa seguinte tarifa outro utiliza ela uso alteração atualmente \
        calor preços quantidade representa restante interior dinheiro parte controlar instruções \
        fala descoberto outra via nem sou armar aspirador integrações obsoleto poderá recebido \
        vídeo vai aos central desta fundo aqs caldeira distância funcionar migrar modbus médio \
        parâmetro relé nunca conjunto voltar vários era detetada fornecida operação reativa \
        registos teste azul importação inicie link manter soc tarefas cenário bot gosto arroz \
        ausente caixa comunicar existem inicia recente rega ventilação zonas dentro domínio \
        contra carregada existente janela linha passo protocolo usb atividade acha aberta \
        anterior caracteres chuva destino exterior férias habitica intensidade previsão \
        reautenticar variável ícone verde b entradas identificador iva mail removido script \
        completo definida região várias ano sido usado adicionais ativação endereços \
        funcionalidade medição recuperar têm utilizadores condição espaço seleção aqui país \
        vezes adicione assistente clique desativada suportados capacidade obrigado deixe elevada \
        infravermelhos irá segredo conseguiu meio quanto cm gatilho host json luminosidade \
        premir publicar recarregar semana telegram transmissão desde escrever faço linguística \
        presidente unilab então atualiza climatização crie g sensibilidade toque concluir \
        direito mesma nomes grande alguns atributo circuito custo importar parâmetros restaurar \
        erros p alto final áreas pergunta começar defina fechar incluir módulo partida ph \
        procurar rápida v estas aceda ative configurados credencial encriptação inteiro matter \
        portas pessoa outras significa jogo backups chaves clientes criptográfica desative fila \
        gerador injeção instalar notificações obtém procura relva acima ir armado recursos avac \
        imagens modelos pedidos sonic medida faz gostaria carbono corretamente download \
        informação mover pessoas primeira alterado binário cadeia cena etiqueta líquido origem \
        reolink retorno sub thread exportação geral jogos algum mercado anos alta aumentar \
        centro corrigir demorar gravação normalmente siga subscrição substituir verifica segundo \
        ambiente antigo apresentar aquisição criada dígitos editor específica fornecer idioma \
        internet máquina nota oauth personalizada prima registar transição períodos seguro \
        parece super tenho vou compatível concentração deixar descarregar elétrica envio luzes \
        mm outros recarrega válidos cabo algo meu boa etc jk mario és acessível alcance alternar \
        alternativa aparelho blueprint calibração contém cores encontra horizontal n painéis \
        ponta cidade incluindo tenha comprar categoria corta cpu específico esquerdo excedido fv \
        gerar ligados móvel protect site tokens vazio faça favorito sabe abra contentor corrija \
        corte desvio devolveu esteja ignorar js locais monitor rgb rápido supervisor unidades \
        upload associado deste nesta letras alterada barramento bloqueado box bytes cache \
        compras depósito encontradas escova escuro filtrar fontes logs marketplace massa \
        migração novos precipitação quaisquer r resultado secção sucedida transferência apple \
        impressora roupa teu alarmes alerta aplicações auxiliar consulta consumida conversão \
        count diário dióxido inicial ipv liga monitorizar normal predefinida prefixo recetor \
        rádio substituição teclado ve chegada passar pública claro depende tanto coloque aí \
        aberto adiciona aguarde ajustar anteriormente aparente bits caudal compressor concluída \
        desativa diária eco expirou extrair funcionalidades gerir h livre recebida sirene sms \
        ligue privada volta frase falar ferro brasília gosta android autorização café carregado \
        cima confirmar diferimento elevado estéreo externo feira filete forneça forno fritz \
        indica m music pretendida rejeitou relógio sae sequência viagem correta música \
        comportamento alguma broker dpt estações executado guardar lifx longa monóxido níveis \
        ptz recebidos shelly suspensão traseiro pertence próprio rotação secar programador toda \
        nada muitas altura apagar apresentado assist bypass chamada consultas cópias escolher \
        futura github https interna pv reinício smart vermelho única co faixa vá assim acessório \
        atualizada cartões cortadas desliga especificar esphome frio ids leitores ligações \
        mastodon pacote permissões ponte programada rastreio recebe reconfigure reposição \
        surround telegramas terminar terá traseira título visualização ciclos determinar esse \
        saúde amanhã escrita grandes todo amigo conhecido agente batatas chat cloro concluído \
        contadores correto desligada desligamento doca emparelhar enviada fumo insira iu lan \
        menu passos premido probabilidade produzida tcp tipos válidas ângulo fechado palavras \
        poder dar conhece governo olhos abertura ajuste altere antiga atributos completa \
        consegue fechada hue ons opcionalmente permanentemente permitido pretender slot \
        solicitar substituído sal atrás eae maravilhoso saussure verbo campainha chamadas chamar \
        começou coordenadas descrição efetuar elimina humidificador incorreto inesperado \
        instalado mealie min monitorização máx nodo online pesquisar produto qr pele corpo essa \
        meia análise acionamento alexa cancelar carateres condicionado correio dinâmico \
        especificada evitar histórico impulso instantânea integrar inválidos lado lavar mudar \
        prazo predefinidos pó ranhura reconfiguração reinicialização restantes saturação \
        segmento software tampa tx utilizados veículos confirme dormir mudança simples códigos \
        leite desenvolvimento python atualizado beolink bsb comprimento configuradas conforto \
        conversação cria curto devolve duas emergência estes extra fornecidas gama homekit \
        inválidas missão mopa mín pack pacotes powerwall preencha privacidade push recomendado \
        referência risco rácio segunda servidores tomada trancar validação acordo estava pontos \
        sanitária tempos favorita chamado regras terra linguagem língua meus natureza ótimo \
        acordar adicionado aguardar ativos baseado botões correspondente célula detetou diminuir \
        divisão elétrico endpoint existentes filtros força iluminação limpa log manutenção \
        marcar motivo mppt parcial peblar portal presença pronto relativa relativo remota \
        reserva rota sucesso switchbot televisão ultrapassou objetivo satélite termos pedir usa \
        console peixe tirar portugal altera balde biblioteca classificação combustível \
        componente controladores determinado docker eletrónico forem fraca hh horários iniciado \
        meteorológica necessita objetos posterior páginas regressar restrições rx sauna seguir \
        sonda subscrito t ups vazia vertical á f máscara totalmente zero aprendizagem \
        propriedade bolo fria amor devo homem anti apps atuais avisos cortada ev evse executada \
        fatores filtragem funciona gelo gravar hexadecimal inativo instantâneo inverter isy \
        mensal módulos novas offline original perda pessoal proxy rastreador receita recuperação \
        redes rótulo sobreposição suportam telefone tração usada álbum barra observação \
        programado vivo mar brother acho ciência demais dólar gramática guerra hino inaugurada \
        linguista nacional pedro porquê prazer prefiro vargas acompanhar amarelo apresenta \
        deconz desativadas desconhecida detetados devolvida ets garagem importada indisponível \
        lametric lateral localizações marca membros noturna noturno nrgkick numérico ontem \
        poluição possui prioridade radar responder serem solicitado sonoro spotify suportadas \
        termóstatos usando zha suave coloca maior oficial agendamento algumas atenção avaria \
        canais cluster copiar criado definidas desativação diretamente direto etiquetas forçar \
        gerado identificação latitude necessárias nominal ntfy pendente personagem publicação \
        resultados retenção retomar rotas seleciona suportar tema transferir visual aumento \
        comum contínua moeda nuvens sob cujo gato líder pouco adicional altifalante anúncio \
        atmosférica cerosas começam compra cubos depuração deslocação despertar disparar escuta \
        estará fresco genérico gestão growatt grupos incorreta indicado interno izone lembrete \
        login longitude minuto monzo nest numérica nó obrigatório orp partilha ping piso poderão \
        possa processar proxmox reautenticação recolha reforço repetição rs sair seco sítio \
        tabela variáveis vibração últimos colocar galinha objeto originalmente feito oração \
        autor coisas dizer antigos aquecer atribuir autoconsumo blebox bus compor controla core \
        correção desempenho destrancar diferentes doméstico dígito emitido enxaguamento esperado \
        falhas fecho fixo flash gps honeywell identificar ieee insteon interruptores kelvin \
        lançamento largura lg listas lms mal números ocultar omada orgânicos permissão precisão \
        públicos recentes refeições reparação rfid roda saudável selecionadas soma sondagem \
        steam subscrever tailwind tambor uv xadrez curta matriz verão trata dele posso teus \
        absoluta aceite adguard adicionada automações azoto bring cenouras cenários chama \
        compostos comunidade curva cálculo câmaras diagnóstico digital dosagem duplo eliminado \
        esperava expor fechaduras ferramentas ignorado inesperada kodi midea modem navegação \
        operativo passivo pcc personalizados playstation reiniciado repetir respondeu respostas \
        rgbw sincronizar solaredge solicita tal tampão tanque tecla testar torrents transmissor \
        turbo ultrapassam velbus voláteis classes lua má três cama distrito necessidade \
        transportes constituição dom embora espacial explicar história jardim lembrado maneira \
        palmares pc realmente república unidos administrador analisar anexo aplicar associada \
        autorizar blackout catálogo cole compilação consola conversa cortado desligue doméstica \
        domínios ecobee enviados estimação exportada fabricante fios fornecidos frigorífico \
        fábrica ghz guarda inteiras morada netatmo neve opnsense pequenas pi pressionado preto \
        pro programação progresso pão pôr recomenda rest resumo rtsp sma sobreaquecimento \
        sobretensão telegrama temporizadores tts ui versões carro manhã nossa ouvir público \
        realizar alguém coisa dado meios política usados bonito ceará conhecimento copo estuda \
        fale ferdinand getúlio imperador indústria juscelino kubitschek langue linda livro \
        livros mano mim pacman paraguai pra proclamada promover quê redenção substantivo sujeito \
        talento tão verdade ambos animal audio bloco border bruto cheio chávenas congelamento \
        cortador decrescente deixou diretório efetuada elevação encerrar entrar envoy excluir \
        expiração ficha filtração fixa fornece guardada hdr heos hs hábito imediatamente \
        incluído lfe localizar melcloud meteorológicas ms necessários negativo ocupação onvif \
        passado placa post previsões profundidade propriedades pôde quartos quiser reação \
        recarregue recompensa recupera redução remoção rgbww roborock sistemas telemóvel \
        tentativas teslemetry threema tratamento veja visão vírgulas websocket xbox ajuda \
        combinado céu dependendo frente global montagem quase cedo cão distribuição fazendo grão \
        java levar nós ouro queijo adicionados aparelhos apresentada atingido ativados banda \
        browser cabeçalho campos conclusão concluídos condicionamento conetividade conexão \
        constante contas contrário crownstone desarmar destinatário disponibilidade diálogo \
        edição eliminados elimine encontrou entrevista especial estimado estática exposição \
        externa fases hidrólise ignoradas inclui individuais iniciada instalada leia lâmpada \
        metro multiprotocolo navegador ondas opcache partículas permitidos plex portainer \
        positivo recurso regra rendimento retroalimentação ruído sala segura sonos streaming \
        tabuleiro tado teclas tentativa tráfego tópicos utilizadas
        """
}
